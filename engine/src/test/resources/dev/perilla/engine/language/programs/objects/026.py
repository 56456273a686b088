t = str.maketrans('abc', 'xyz', 'd'); print('abcd'.translate(t), t, 'hello'.translate({104: 'J', 'x': 1, 108: None}), '{a} {b!r}'.format_map({'a': 1, 'b': 'x'}))

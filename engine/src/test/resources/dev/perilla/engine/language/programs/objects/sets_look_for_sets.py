s = {1, 2}
print({1} in s, s.discard({1}), )
try: s.remove({3})
except KeyError as e: print(repr(e))
print(set() == {}, {1: 1}.keys() == {1})

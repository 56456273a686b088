# An object with the hash of a text and an equality with it is found where the text is a key.
class Alias:
    def __init__(self, of):
        self.of = of

    def __hash__(self):
        return hash(self.of)

    def __eq__(self, other):
        return self.of == other


for key in ['halibut', '', 'ñandú', 'a' * 40, 7, 2.5, (1, 'x'), None]:
    alias = Alias(key)
    print(
        len({key, alias}),
        alias in {key},
        key in {alias},
        alias in {key: 1},
        {key: 'there'}.get(alias),
        {alias: 'there'}[key],
        {key} == {alias},
        {key: 1} == {alias: 1},
        {key} - {alias},
        dict.fromkeys({key}, 0)[alias],
    )

names = {'x': 1, 'y': 2}
names[Alias('x')] = 3
print(names)
del names[Alias('y')]
print(names, names.pop(Alias('x')), names)

# How often and_ or_ and not ask a value whether it is true.


class Asked:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        print('asked', self.answer)
        return self.answer

    def __lt__(self, other):
        return self


yes, no = Asked(True), Asked(False)

print('in a value')
x = (yes or no) and 1
x = (yes and no) or 2
x = not (yes or no)
x = not (no and yes)
x = (no or yes) and no and 3

print('on two lines')
x = (
    yes or no) and 4

print('in a choice')
x = ((yes or no) if yes else no) and 5
x = (yes if no else yes or no) and 6

print('in a test')
if not (yes or no) or (no and yes):
    print('not here')
if yes < 1 < 2:
    print('in order')
x = (yes < 1 < 2) and 7

print('around a yield')


def gives():
    x = no or (yes and no) or (yield 8) and yes
    if not (no or (yield 9)) and yes:
        print('resumed')
    x = (yield 10) if yes and no else (yield 11)


for x in gives():
    print(x)

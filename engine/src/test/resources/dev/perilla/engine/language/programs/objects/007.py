try:
    1/0
except ZeroDivisionError as e:
    e.add_note('a note')
    print(e.__notes__)

class S:
    def __str__(self):
        print('str')
        return 's'
    def __repr__(self):
        print('repr')
        return 'r'
def g():
    print('g')
    return 1
print("%s %s" % (S(), g()))
print("%s %d" % (S(), g()))
print("%r %5s|" % (S(), g()))
print("%+5s|%a" % (S(), g()))
print("%s %s" "" % (S(), g(),))

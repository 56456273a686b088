# super() in a class method reads what the base class has, unbound.
class Base:
    count = 3

    @property
    def size(self):
        return 'size of ' + self.name

    def plain(self):
        return 'plain', self

    @staticmethod
    def static(x):
        return 'static', x

    @classmethod
    def made(cls):
        return 'made', cls.__name__


class Sub(Base):
    name = 'sub'

    @classmethod
    def look(cls):
        above = super()
        print(above.count, above.made(), above.static(1), above.plain(7))
        print(type(above.size).__name__, super(Sub, cls).size.fget(cls))

    def own(self):
        print(super().size, super().plain()[0], super().made(), super().count)


Sub.look()
Sub().own()

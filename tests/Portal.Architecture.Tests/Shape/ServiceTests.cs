using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Shape;

/// <summary>Who asks for more than ten services does more than one thing.</summary>
public sealed class ServiceTests
{
    private const int Most = 10;

    [Fact]
    public void NoClass_TakesMoreThanTenServices() => Greedy(Source.Web.GetTypes(), Most).ShouldBeEmpty();

    [Fact]
    public void AGreedyClass_IsFound() => Greedy([typeof(Fixture)], 1).ShouldHaveSingleItem();

    private static IEnumerable<string> Greedy(IEnumerable<Type> types, int most) =>
        from type in types
        where type.Namespace is not null && !type.IsAssignableTo(typeof(Delegate)) && !IsRecord(type)
        let longest = type.GetConstructors().Select(constructor => constructor.GetParameters()
            .Count(parameter => !parameter.ParameterType.IsValueType && parameter.ParameterType != typeof(string)))
            .DefaultIfEmpty().Max()
        where longest > most
        orderby type.FullName
        select $"{type.FullName}: {longest}";

    // Records carry data; what they are made of are no services.
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private sealed class Fixture
    {
        public Fixture(Version first, Uri second) => Both = (first, second);

        public (Version First, Uri Second) Both { get; }
    }
}

using System.Reflection;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Shape;

/// <summary>A setting that two classes read is read by two rules one day.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void ASetting_IsAPropertyOfOneClass() => Twice(Source.Web.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void ASettingOfTwoClasses_IsFound() => Twice([typeof(One), typeof(Other)]).ShouldBe(["Portal:Workers"]);

    private static IEnumerable<string> Twice(IEnumerable<Type> types) =>
        from type in types
        where type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() is string
        let section = (string)type.GetField("Section")!.GetRawConstantValue()!
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        group type by $"{section}:{property.Name}" into setting
        where setting.Count() > 1
        select setting.Key;

    private sealed class One
    {
        public const string Section = "Portal";

        public bool Workers { get; set; }
    }

    private sealed class Other
    {
        public const string Section = "Portal";

        public bool Workers { get; set; }
    }
}

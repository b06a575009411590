namespace Portal.Architecture.Tests.House.Fixtures.Rules;

internal static class LooksItUp
{
    public static string Table() => typeof(Data.Row).Name;
}

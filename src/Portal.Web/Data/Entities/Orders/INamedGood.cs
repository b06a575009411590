namespace Portal.Web.Data.Entities;

/// <summary>What can be rented, or a copy of what was: named in Japanese, and perhaps in English.</summary>
public interface INamedGood
{
    string Name { get; }

    string? NameEn { get; }
}

public static class NamedGoods
{
    /// <summary>In the reader's language, where it has a name in it.</summary>
    public static string NameIn(this INamedGood good, string language)
    {
        ArgumentNullException.ThrowIfNull(good);
        return In(language, good.Name, good.NameEn);
    }

    internal static string In(string language, string japanese, string? english) =>
        language == "en" && english is { Length: > 0 } ? english : japanese;
}

namespace Portal.Rules.WorkRequests;

/// <summary>Names that stand in addresses and forms.</summary>
public static class WorkCode
{
    /// <summary>The code of an item: small letters, digits and single hyphens, beginning with a letter.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsCode(string? text) => text is { Length: > 0 and <= WorkLimits.Key } && char.IsAsciiLetterLower(text.First())
        && text.Split('-').All(part => part.Length > 0 && part.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign)));

    /// <summary>The key of a field: letters and digits, beginning with a small letter.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsKey(string? text) =>
        text is { Length: > 0 and <= WorkLimits.Key } && char.IsAsciiLetterLower(text.First()) && text.All(char.IsAsciiLetterOrDigit);
}

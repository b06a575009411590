namespace Portal.Rules.Text;

/// <summary>A time zone as it is named beside a moment or a column of moments.</summary>
public static class ZoneLabel
{
    /// <summary>The zone of whoever chose none; IANA identifier.</summary>
    public const string Japan = "Asia/Tokyo";

    /// <summary>In brackets, to be put right after a text.</summary>
    /// <param name="zone">IANA identifier.</param>
    /// <param name="japanese">The reader's language is Japanese.</param>
    public static string Of(string zone, bool japanese) => (zone, japanese) switch
    {
        (Japan, true) => "（日本時間）",
        (Japan, false) => " (Japan time)",
        (_, true) => $"（{zone}）",
        _ => $" ({zone})",
    };
}

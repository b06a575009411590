namespace Portal.Web.Features.Shared.Orders;

/// <summary>In which language items are named, as queries take it.</summary>
public sealed record ItemLanguage(bool IsEnglish)
{
    /// <summary>The reader's.</summary>
    public static ItemLanguage Current => new(OrderWords.Language == "en");
}

namespace Portal.Web.Features.Admin.Users;

/// <summary>What is searched for, as it stands in the address.</summary>
public sealed class UserQuery
{
    /// <summary>Shorter texts would list half of the people (RX-07).</summary>
    public const int ShortestText = 2;

    public string? Tenant { get; set; }

    public string? Q { get; set; }

    /// <summary>One of <see cref="UserDirectory.Orders"/>; anything else is the usual order (IV-09).</summary>
    public string? Sort { get; set; }

    public int? Page { get; set; }

    public string Text => Q?.Trim() ?? "";

    public bool IsEnough => Text.Length >= ShortestText;
}

namespace Portal.Web.Features.SignInNotices;

/// <param name="Link">Ties the form to the link it was shown for.</param>
public sealed record NotMePage(Guid Link, string LoginId, DateTimeOffset? At, string? Address, string? Browser);

/// <param name="Ways">How this account comes back in; none where the page was opened again.</param>
/// <param name="Manager">What a manager is called here.</param>
public sealed record NotMeDonePage(IReadOnlyList<string> Ways, string Manager)
{
    /// <summary>One of them begins at the page for whoever has forgotten a password.</summary>
    public bool BeginsHere { get; init; }
}

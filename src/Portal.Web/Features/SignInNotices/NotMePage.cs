namespace Portal.Web.Features.SignInNotices;

/// <param name="Link">Ties the form to the link it was shown for.</param>
public sealed record NotMePage(Guid Link, string LoginId, DateTimeOffset? At, string? Address, string? Browser);

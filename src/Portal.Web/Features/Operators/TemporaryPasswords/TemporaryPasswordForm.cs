using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Operators.TemporaryPasswords;

public sealed class TemporaryPasswordForm
{
    public const string Generate = "generate";
    public const string Type = "type";

    public string? Way { get; set; }

    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }

    [BindNever]
    public PortalUser? Subject { get; set; }

    [BindNever]
    public bool MayType { get; set; }

    [BindNever]
    public IReadOnlyList<PolicyItem> Rules { get; set; } = [];

    [BindNever]
    public string PasswordRules { get; set; } = "";

    [BindNever]
    public int Hours { get; set; }
}

/// <param name="HandOver">Null once it was shown, or where another one has taken its place.</param>
/// <param name="Superseded">Somebody issued another one since (TR-18).</param>
public sealed record IssuedPage(PortalUser Subject, HandOver? HandOver, bool Superseded);

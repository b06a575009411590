using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;

namespace Portal.Web.Features.OwnAccount.SecondFactors.Apps;

/// <summary>
/// The second step of a set-up: the secret as a picture, as text and as a link, and a name for the device.
/// </summary>
public sealed class ScanPage
{
    [InDraft]
    public string? Name { get; set; }

    /// <summary>Which set-up the form belongs to; another tab may have begun another.</summary>
    public Guid App { get; set; }

    /// <summary>In groups of four.</summary>
    [BindNever]
    public string Key { get; set; } = "";

    [BindNever]
    public string Uri { get; set; } = "";

    /// <summary>What the app will show.</summary>
    [BindNever]
    public string Issuer { get; set; } = "";

    [BindNever]
    public string LoginId { get; set; } = "";
}

/// <summary>The third step: the first code.</summary>
public sealed class VerifyPage
{
    public string? Code { get; set; }

    /// <summary>Which set-up the form belongs to; another tab may have begun another.</summary>
    public Guid App { get; set; }

    /// <summary>Ends the other sessions, too (MF-11).</summary>
    public bool EndOthers { get; set; }

    /// <summary>A session that does nothing else yet has no others to speak of.</summary>
    [BindNever]
    public bool MayEndOthers { get; set; }

    [BindNever]
    public string Name { get; set; } = "";
}

/// <summary>Removing an app, or the switch of e-mailed codes.</summary>
public sealed class RemovePage
{
    public bool EndOthers { get; set; }

    [BindNever]
    public AuthenticatorApp? App { get; set; }
}

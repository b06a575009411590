using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.SecondFactors;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>A page that asks for a code.</summary>
public sealed class SecondStepPage
{
    public string? Code { get; set; }

    /// <summary>Which sign-in the form belongs to: another tab may have begun another, of somebody else.</summary>
    public Guid Attempt { get; set; }

    /// <summary>Who is signing in; people have several IDs.</summary>
    [BindNever]
    public string LoginId { get; set; } = "";

    [BindNever]
    public string IdLabel { get; set; } = "";

    /// <summary>"Do not ask on this browser for a while."</summary>
    public bool Trust { get; set; }

    /// <summary>The address, masked to a constant length (EN-08).</summary>
    [BindNever]
    public string MaskedAddress { get; set; } = "";

    /// <summary>Mail to it comes back, and there is no other way (ML-05).</summary>
    [BindNever]
    public bool AddressBounces { get; set; }

    [BindNever]
    public int Minutes { get; set; }

    /// <summary>A code was mailed for this sign-in.</summary>
    [BindNever]
    public bool IsSent { get; set; }

    /// <summary>Seconds until another code may be asked for.</summary>
    [BindNever]
    public int ResendIn { get; set; }

    /// <summary>Minutes until another one may, where the account's codes of this hour are sent; else null.</summary>
    [BindNever]
    public int? TooManyFor { get; set; }

    /// <summary>For how long a browser can be trusted; null offers nothing.</summary>
    [BindNever]
    public int? TrustDays { get; set; }

    /// <summary>The other methods there are for this account.</summary>
    [BindNever]
    public IReadOnlyList<FactorMethod> Others { get; set; } = [];

    /// <summary>
    /// The code that the app would show now, for the accounts of the demonstration whose secret everybody knows.
    /// </summary>
    [BindNever]
    public string? DemoCode { get; set; }
}

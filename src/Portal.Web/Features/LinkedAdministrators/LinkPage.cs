using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.SecondFactors;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>An administrator ID and its password.</summary>
public sealed class LinkPage
{
    public string? Identifier { get; set; }

    public string? Password { get; set; }

    [BindNever]
    public string IdLabel { get; set; } = "";

    [BindNever]
    public int Limit { get; set; }
}

/// <summary>The second factor of an administrator ID that is being linked.</summary>
public sealed class LinkCodePage
{
    public string? Code { get; set; }

    public FactorMethod Method { get; set; }

    /// <summary>Which one the form belongs to: another tab may link another ID.</summary>
    public Guid Attempt { get; set; }

    [BindNever]
    public string LoginId { get; set; } = "";

    [BindNever]
    public string IdLabel { get; set; } = "";

    /// <summary>The address, masked to a constant length (EN-08).</summary>
    [BindNever]
    public string MaskedAddress { get; set; } = "";

    /// <summary>A code was mailed for this link.</summary>
    [BindNever]
    public bool IsSent { get; set; }

    [BindNever]
    public int Minutes { get; set; }

    [BindNever]
    public IReadOnlyList<FactorMethod> Others { get; set; } = [];
}

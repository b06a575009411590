using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Points;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.Points;

/// <summary>Points to be given to a contract.</summary>
public sealed class GrantForm : SteppedForm
{
    [InDraft]
    public string? Amount { get; set; }

    /// <summary>The first day.</summary>
    [InDraft]
    public string? From { get; set; }

    /// <summary>The last day.</summary>
    [InDraft]
    public string? Until { get; set; }

    /// <summary>What they are, as the customer reads it.</summary>
    [InDraft]
    public string? What { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    [BindNever]
    public ContractTarget? Target { get; set; }

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever]
    public GrantAsked? Asked { get; set; }

    /// <summary>Of the period, before.</summary>
    [BindNever]
    public PointBalance Balance { get; set; } = PointBalance.Empty;

    /// <summary>The days are no period yet.</summary>
    [BindNever]
    public bool IsNew { get; set; }
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.Contracts.Opening;

/// <summary>A contract being opened.</summary>
public sealed class NewContractForm : SteppedForm, IHolderForm
{
    [InDraft]
    public string? Number { get; set; }

    /// <summary>The number of another contract of the same holder; empty for a new holder.</summary>
    [InDraft]
    public string? Of { get; set; }

    [InDraft]
    public string? HolderName { get; set; }

    [InDraft]
    public string? HolderKana { get; set; }

    [InDraft]
    public string? HolderAddress { get; set; }

    [InDraft]
    public string? Language { get; set; }

    [InDraft]
    public string? Service { get; set; }

    [InDraft]
    public string? StartsOn { get; set; }

    [InDraft]
    public string? AccountLimit { get; set; }

    [InDraft]
    public string? FamilyName { get; set; }

    [InDraft]
    public string? GivenName { get; set; }

    [InDraft]
    public string? LoginId { get; set; }

    [InDraft]
    public string? Email { get; set; }

    /// <summary>Telephone numbers, one a line.</summary>
    [InDraft]
    public string? Numbers { get; set; }

    [BindNever]
    public OpeningShape Shape { get; set; } = null!;

    /// <summary>The holder that has a contract already.</summary>
    [BindNever]
    public Holder? Known { get; set; }

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever]
    public NewContract? Understood { get; set; }
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.Contracts.Edits;

/// <summary>What a contract is about, being changed.</summary>
public sealed class ContractForm : SteppedForm
{
    [InDraft]
    public string? Service { get; set; }

    [InDraft]
    public string? Kind { get; set; }

    [InDraft]
    public string? Plan { get; set; }

    [InDraft]
    public string? Credits { get; set; }

    [InDraft]
    public string? AccountLimit { get; set; }

    [InDraft]
    public string? RenewsOn { get; set; }

    /// <summary>One a line, as "name × how many".</summary>
    [InDraft]
    public string? Options { get; set; }

    [BindNever]
    public ContractTarget Target { get; set; } = null!;
}

/// <summary>Whom a contract is with, being changed.</summary>
public sealed class HolderForm : SteppedForm, IHolderForm
{
    [InDraft]
    public string? HolderName { get; set; }

    [InDraft]
    public string? HolderKana { get; set; }

    [InDraft]
    public string? HolderAddress { get; set; }

    [InDraft]
    public string? Language { get; set; }

    [BindNever]
    public ContractTarget Target { get; set; } = null!;
}

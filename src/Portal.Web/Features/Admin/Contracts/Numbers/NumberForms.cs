using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Contracts;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Contracts.Opening;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Contracts.Numbers;

/// <summary>Numbers that a contract is to get.</summary>
public sealed class AddNumbersForm : SteppedForm
{
    /// <summary>One a line.</summary>
    [InDraft]
    public string? Numbers { get; set; }

    /// <summary>The line they are on; empty for a new one.</summary>
    [InDraft]
    public string? Line { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    [BindNever]
    public ContractTarget Target { get; set; } = null!;

    /// <summary>Those that the contract has.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Lines { get; set; } = [];

    /// <summary>The first call from a number makes its ID.</summary>
    public bool ByCall => new OpeningShape(Target.Tenant).Way == FirstPasswordWay.Phone;
}

/// <summary>What was understood.</summary>
public sealed record AddedNumbers(IReadOnlyList<string> Numbers, Guid? Line, string Reason);

/// <param name="Number">As it is; not tracked.</param>
public sealed record RemoveNumberPage(ContractTarget Target, LineNumber Number, ReasonForm Form)
{
    public string Path => StaffPaths.Contract(Target.Tenant.Slug, Target.Contract.Id);
}

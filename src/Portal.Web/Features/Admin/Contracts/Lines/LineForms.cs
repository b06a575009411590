using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Contracts.Lines;

/// <summary>A line that a contract is to get, or one of its lines being changed.</summary>
public sealed class LineForm : SteppedForm
{
    [InDraft]
    public string? LineNumber { get; set; }

    [InDraft]
    public string? Name { get; set; }

    [InDraft]
    public string? LineKind { get; set; }

    [InDraft]
    public string? Location { get; set; }

    [InDraft]
    public string? Bandwidth { get; set; }

    [InDraft]
    public string? LineStartsOn { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    [BindNever]
    public ContractTarget Target { get; set; } = null!;

    /// <summary>As it is; null for a new one.</summary>
    [BindNever]
    public ContractLine? Line { get; set; }

    [BindNever]
    public IReadOnlyList<Choice> Kinds { get; set; } = [];

    /// <summary>Its number, kind and start follow from the telephone numbers on it.</summary>
    [BindNever]
    public bool HasNumbers { get; set; }
}

/// <summary>What was understood.</summary>
public sealed record WrittenLine(LineContent Content, string Reason);

/// <param name="Line">As it is; not tracked.</param>
public sealed record RemoveLinePage(ContractTarget Target, ContractLine Line, ReasonForm Form)
{
    public string Path => StaffPaths.Contract(Target.Tenant.Slug, Target.Contract.Id);
}

using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Cases.Answers;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Several;

/// <summary>What is done to several cases at once.</summary>
public enum SeveralAct
{
    Assign,
    Prioritise,
    Take,
    Answer,
}

/// <summary>Which cases, and what is to be done: the address says it, so that it can be opened again.</summary>
public sealed class SeveralQuery
{
    // An array: the binder cannot fill an empty list that is there already.
#pragma warning disable CA1819
    public string[] Ids { get; set; } = [];
#pragma warning restore CA1819

    public string? Act { get; set; }

    /// <summary>What is not understood is the first (IV-09).</summary>
    public SeveralAct Asked => Enum.GetValues<SeveralAct>().FirstOrDefault(act => act.ToString() == Act);

    public static string Address(string path, IEnumerable<CaseKey> keys, SeveralAct act) =>
        path + new QueryBuilder { { "act", act.ToString() }, { "ids", keys.Select(key => key.ToString()) } };
}

/// <summary>What is said of them; each act has its own part.</summary>
public sealed class SeveralForm
{
    /// <summary>Empty for nobody.</summary>
    public Guid? Assignee { get; set; }

    public CasePriority? Priority { get; set; }

    [InDraft]
    public string? Text { get; set; }

    /// <inheritdoc cref="AnswerForm.Canned"/>
    public Guid? Canned { get; set; }

    /// <inheritdoc cref="AnswerForm.Step"/>
    public string? Step { get; set; }

    [BindNever]
    public string? Preview { get; set; }

    /// <inheritdoc cref="CannedInsert.IsOfBoth"/>
    [BindNever]
    public bool IsOfBoth { get; set; }
}

/// <param name="Others">Those to which it cannot be done, said beforehand.</param>
/// <param name="Colleagues">Who look after all of them.</param>
public sealed record SeveralPage(SeveralAct Act, IReadOnlyList<DeskTarget> Targets, IReadOnlyList<DeskTarget> Others,
    IReadOnlyList<PortalUser> Colleagues, SeveralForm Form)
{
    /// <summary>Of the one tenant that all of them belong to; none for several tenants.</summary>
    public IReadOnlyList<Choice> Canned { get; init; } = [];

    /// <summary>Null where they belong to several.</summary>
    public PortalTenant? Site => All.Select(target => target.Tenant).Distinct().ToList() is [var one] ? one : null;

    public IEnumerable<DeskTarget> All => [.. Targets, .. Others];

    public string AddressOf(SeveralAct act) => SeveralQuery.Address(StaffPaths.CasesChange, All.Select(target => target.Key), act);
}

/// <param name="IsDone">Something was written of it in that act.</param>
public sealed record SeveralReport(DeskTarget Target, bool IsDone);

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Opening;

/// <summary>A new inquiry.</summary>
public sealed class OpeningForm : SteppedForm
{
    /// <summary>What the button asks for that shows how the text will look.</summary>
    public const string PreviewStep = "preview";

    /// <summary>Number of the contract that it is about, of those that its author may work for.</summary>
    [InDraft]
    public string? About { get; set; }

    [InDraft]
    public string? Kind { get; set; }

    [InDraft]
    public string? Subject { get; set; }

    [InDraft]
    public string? Text { get; set; }

    [InDraft]
    public bool Confidential { get; set; }

    /// <summary>Number of the closed case that it goes on from.</summary>
    [InDraft]
    public string? After { get; set; }

    /// <summary>Null to begin with: the framework binds nothing over a list that is there.</summary>
    public IReadOnlyList<Guid>? Files { get; set; }

    /// <summary>Of the files, those that are still there.</summary>
    [BindNever]
    public FilesField? Field { get; set; }

    /// <summary>The contract that it is about, with its holder.</summary>
    [BindNever]
    public Contract? Contract { get; set; }

    /// <summary>Those that it can be about; none for whoever has one alone, and of a follow-up.</summary>
    [BindNever]
    public IReadOnlyList<ContractChoice> Contracts { get; set; } = [];

    /// <summary>The one of them that is chosen; null where what came is none of them.</summary>
    [BindNever]
    public ContractChoice? Place { get; set; }

    [BindNever]
    public IReadOnlyList<Choice> Kinds { get; set; } = [];

    /// <summary>Null where the address names none that is closed and seen.</summary>
    [BindNever]
    public SupportCase? Former { get; set; }

    /// <summary>As it will look; null where nobody asked.</summary>
    [BindNever]
    public string? Preview { get; set; }

    /// <summary>Articles that may answer it (KNOW-3); none where the tenant has no knowledge.</summary>
    [BindNever]
    public IReadOnlyList<Suggestion> Suggestions { get; set; } = [];

    /// <summary>They are looked for while the subject is typed.</summary>
    [BindNever]
    public bool Suggests { get; set; }

    public CaseKind? Chosen => Enum.TryParse<CaseKind>(Kind, out var kind) && CaseKinds.OfCustomers.Contains(kind) ? kind : null;
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Portal.Rules.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>An item being written field by field.</summary>
public sealed class WorkItemDraftForm : WorkItemEntry
{
    /// <summary>By the names of <see cref="DraftInputs"/>.</summary>
    [InDraft]
    public Dictionary<string, string?> Values { get; set; } = [];

    [BindNever, ValidateNever]
    public ItemDraft Draft { get; private set; } = new();

    /// <summary>Fields with something wrong in them that are not open.</summary>
    [BindNever, ValidateNever]
    public HashSet<int> Faulty { get; } = [];

    /// <summary>A button opened or changed the open field: what is typed next goes there.</summary>
    [BindNever]
    public bool IsOpened { get; set; }

    public void Fill(ItemDraft draft) => (Draft, Values) = (draft, DraftInputs.Write(draft));

    public static string NameOf(string input) => WorkFormModel.NameOf(input);
}

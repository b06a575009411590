using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>An item being written: what it says is the definition as JSON.</summary>
public sealed class WorkItemForm : SteppedForm
{
    /// <summary>Of a new one; it stands in addresses and stays.</summary>
    [InDraft]
    public string? ItemCode { get; set; }

    [InDraft]
    public string? Position { get; set; }

    /// <summary>Plans and options, one a line.</summary>
    [InDraft]
    public string? OnlyWith { get; set; }

    [InDraft]
    public string? Definition { get; set; }

    [BindNever]
    public StaffItemTarget Target { get; set; } = null!;

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever]
    public WorkItemContent? Understood { get; set; }

    public bool IsNew => Target.Item is null;

    public void Show(WorkItem item, string definition)
    {
        ArgumentNullException.ThrowIfNull(item);
        (ItemCode, Position) = (item.Code, item.Position.ToString(CultureInfo.InvariantCulture));
        (OnlyWith, Definition) = (item.OnlyWith, definition);
    }
}

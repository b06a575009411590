using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Portal.Web.Domain.Points;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.Points;

/// <summary>Points of a grant to be taken back.</summary>
public sealed class TakeBackForm
{
    [InDraft]
    public string? Amount { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    [BindNever, ValidateNever]
    public ContractTarget Target { get; set; } = null!;

    [BindNever, ValidateNever]
    public GrantToTakeBack Known { get; set; } = null!;
}

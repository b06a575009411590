using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Edits;

public sealed class EditForm : DetailsForm
{
    /// <summary>The state of the account the form was opened with (SAFE-1).</summary>
    [InDraft]
    public int Version { get; set; }

    /// <summary>What the account says now, where somebody changed it meanwhile.</summary>
    [BindNever]
    public AccountDetails? Newer { get; set; }

    /// <summary>What this form says, checked.</summary>
    [BindNever]
    public AccountDetails? Own { get; set; }
}

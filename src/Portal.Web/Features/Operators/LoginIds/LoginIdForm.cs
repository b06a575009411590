using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.LoginIds;

public sealed class LoginIdForm
{
    [InDraft]
    public string? LoginId { get; set; }

    /// <summary>The state of the account the form was opened with (SAFE-1).</summary>
    [InDraft]
    public int Version { get; set; }

    public string? Step { get; set; }

    [BindNever]
    public PortalUser? Subject { get; set; }
}

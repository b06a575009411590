using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.LoginIds;

public sealed class LoginIdForm : SteppedForm
{
    [InDraft]
    public string? LoginId { get; set; }

    [BindNever]
    public PortalUser? Subject { get; set; }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Contracts;

/// <summary>
/// The contract that the address names, where it is that of the one who is signed in; the action gets a <see
/// cref="Contract"/>. Another one of one's own leads to where one switches; any other is answered like one that does
/// not exist, and who asked for it is recorded (AZ-01).
/// </summary>
public sealed class OwnContractGuardAttribute : GuardAttribute<OwnContractGuard>;

public sealed class OwnContractGuard(CurrentSession session, ContractPages pages, AuditLog audit, IStringLocalizer<ContractsText> text)
    : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var named = Named(context, "number");
        if (session.User.Contract is { } contract && contract.Number == named)
        {
            Hand(context, contract);
            return null;
        }

        if (await pages.IsOtherAsync(named))
        {
            ((Controller)context.Controller).TempData.Warning(text["AnotherContract", named]);
            return new SeeOtherResult(AccountPaths.Contract);
        }

        audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, named, null));
        return new NotFoundResult();
    }
}

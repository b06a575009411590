using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Http.Input;

/// <summary>
/// For controllers that make something costly before the transaction of an action: their own filter method comes before
/// every other filter, so before the transaction. A form that is sent again never gets here
/// (<see cref="RepeatedForms"/>).
/// </summary>
public sealed class Preparation(CurrentSession session)
{
    /// <summary>Whether somebody who is signed in sends a form.</summary>
    public bool IsDue(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return HttpMethods.IsPost(context.HttpContext.Request.Method) && session.IsSignedIn;
    }
}

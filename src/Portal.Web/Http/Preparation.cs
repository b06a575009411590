using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Accounts;
using Portal.Web.Data;

namespace Portal.Web.Http;

/// <summary>
/// For controllers that make something costly before the transaction of an action: their own filter method comes before every other
/// filter, so before the transaction.
/// </summary>
public sealed class Preparation(UnitOfWork work, FormUses forms, CurrentSession session)
{
    /// <summary>Whether a form was sent that has not done its work yet: who sends it again is led to where it led, at no cost (SAFE-2).</summary>
    public async Task<bool> IsDueAsync(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return HttpMethods.IsPost(context.HttpContext.Request.Method) && session.IsSignedIn
            && (FormOnce.IdOf(context.HttpContext.Request) is not { } id || !await work.RunAsync(() => forms.IsUsedAsync(id)));
    }
}

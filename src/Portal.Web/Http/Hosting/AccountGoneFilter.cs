using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Http.Hosting;

/// <summary>Whose account was removed while the request ran is answered as one whose session is over.</summary>
internal sealed class AccountGoneFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Exception is AccountGoneException)
        {
            context.Result = new ChallengeResult();
        }
    }
}

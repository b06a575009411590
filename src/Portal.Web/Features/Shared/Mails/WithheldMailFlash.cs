using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Mail.Caps;

namespace Portal.Web.Features.Shared.Mails;

/// <summary>
/// Whoever did something that is usually told by mail learns that this time it is not (ML-08). Strangers learn nothing:
/// it would say whose address is registered (EN-05).
/// </summary>
internal sealed class WithheldMailFlash(WithheldMails withheld, CurrentSession session, ITempDataDictionaryFactory flashes,
    IStringLocalizer<SharedText> text) : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (withheld.Count > 0 && session.IsSignedIn)
        {
            flashes.GetTempData(context.HttpContext).WarnToo(text["MailsWithheld", withheld.Count]);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

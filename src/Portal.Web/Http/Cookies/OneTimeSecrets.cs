using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;

namespace Portal.Web.Http.Cookies;

/// <summary>
/// Takes a secret out for its one showing. The answer that carried it is kept for a form that is sent twice; from here
/// on that form leads to the page, which shows nothing any more (TR-19, SAFE-2).
/// </summary>
public sealed class OneTimeSecrets(FormAnswers answers, CurrentSession session)
{
    /// <inheritdoc cref="OneTimeSecret.Redeem"/>
    public async Task<OneTimeSecret?> RedeemAsync(ITempDataDictionary tempData, Guid of)
    {
        if (OneTimeSecret.Redeem(tempData, of) is not { } secret)
        {
            return null;
        }

        await answers.LeadOnlyAsync(session.Session.SidHash);
        return secret;
    }
}

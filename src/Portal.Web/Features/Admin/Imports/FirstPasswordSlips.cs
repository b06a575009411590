using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Domain.Imports;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.Admin.Imports;

/// <summary>First passwords on their way over one redirect, and with the people they are for (ADMIN-14).</summary>
public sealed class FirstPasswordSlips(PortalDbContext db, StaffReach reach, Slips slips, HandOvers handOvers, OneTimeSecrets secrets,
    IStringLocalizer<ImportText> text)
{
    public static void Keep(ITempDataDictionary tempData, Guid jobId, IReadOnlyList<FirstPasswordIssued> issued)
    {
        ArgumentNullException.ThrowIfNull(issued);
        OneTimeSecret.Keep(tempData, new OneTimeSecret(jobId,
            string.Join('\n', issued.Select(each => $"{each.UserId:N} {each.Password}")), issued[0].ExpiresAt));
    }

    /// <summary>Empty once they were shown.</summary>
    public async Task<HandOver> RedeemAsync(ITempDataDictionary tempData, ImportTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await secrets.RedeemAsync(tempData, target.Job.Id) is not { } secret)
        {
            return HandOver.Nothing;
        }

        var passwords = secret.Text.Split('\n').Select(each => each.Split(' ', 2)).ToList()
            .ConvertAll(each => (UserId: Guid.ParseExact(each[0], "N"), Password: each[1]));
        var ids = passwords.ConvertAll(each => each.UserId);
        var users = await reach.InsideAsync(target.Tenant, () => db.Users.AsNoTracking().Where(user => ids.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id));
        return await handOvers.OfAsync(
            [
                .. passwords.Where(each => users.ContainsKey(each.UserId))
                    .Select(each => slips.Of(target.Tenant, users[each.UserId], each.Password, secret.ExpiresAt)),
            ],
            text["LoginId"]);
    }
}

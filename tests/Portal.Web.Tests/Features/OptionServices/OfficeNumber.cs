using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;

namespace Portal.Web.Tests.Features.OptionServices;

/// <summary>Numbers of the tenant officephone: each a line of its own.</summary>
internal static class OfficeNumber
{
    public static Task AddAsync(PortalApp app, string contract, string number, string name, Guid user) =>
        app.InTenantAsync("officephone", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var of = await db.Contracts.SingleAsync(row => row.Number == contract);
            var line = new ContractLine
            {
                Id = Guid.CreateVersion7(),
                ContractId = of.Id,
                Number = number,
                Name = name,
                Kind = "user",
                StartsOn = of.StartsOn,
            };
            db.ContractLines.Add(line);
            db.LineNumbers.Add(new LineNumber
            {
                Id = Guid.CreateVersion7(),
                ContractId = of.Id,
                LineId = line.Id,
                Number = E164.Read(number)!,
                Kind = NumberKind.Additional,
                Name = name,
                UserId = user,
                Order = int.Parse(number[^4..], System.Globalization.CultureInfo.InvariantCulture),
            });
        });
}

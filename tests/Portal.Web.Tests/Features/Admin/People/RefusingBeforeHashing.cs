using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Features.Admin;
using Portal.Web.Features.Admin.Contracts;
using Portal.Web.Features.Admin.Contracts.Letters;
using Portal.Web.Features.Admin.Users.Acts;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.Admin.People;

/// <summary>A first password is hashed for a user who can be added, and for nobody else (RX-05).</summary>
[Collection(nameof(CountersOfTheProcess))]
public sealed class RefusingBeforeHashing : StaffTest
{
    private const string NewId = "N0009500";

    [Fact]
    public async Task ADMIN_4_AZ_01_RX_05_WhatIsRefused_CostsNoHash()
    {
        var contract = await ContractAsync(Control, "N0009000");
        var own = await ContractAsync(Security, "first@example.jp.cs");
        var elsewhere = await SignedInAsync("elsewhere@portal.test", AccountRole.TenantAdministrator, Security);
        var staff = await AdministratorAsync();
        using var hashes = new MeterReading("portal.password.hashes");

        (await SendAsync(elsewhere, Page(Security, own), Page(Control, contract))).ShouldBeNotFound();
        (await SendAsync(staff, Page(Control, contract), Page(Control, Guid.NewGuid()))).ShouldBeNotFound();
        hashes.Total.ShouldBe(0);
        (await EventsAsync("user-registered")).ShouldBeEmpty();

        (await SendAsync(staff, Page(Control, contract), Page(Control, contract))).ShouldBe(HttpStatusCode.SeeOther);
        hashes.Total.ShouldBe(1);
    }

    /// <summary>What came within reach after it was to be hashed is as if it had come a moment later.</summary>
    [Fact]
    public async Task ADMIN_2_ADMIN_4_TEMP_2_WhatWasNotHashed_IsNotIssued()
    {
        using var person = new TemporaryPasswordController(null!, null!, null!, null!);
        using var letter = new LetterPasswordController(null!, null!, null!, null!);

        (await person.Create(new UserTarget(null!, null!, DelegatedAct.IssueTemporaryPassword), new StaffTemporaryPasswordForm()))
            .ShouldBeOfType<NotFoundResult>();
        (await letter.Create(new ContractTarget(null!, null!), new LetterPasswordForm())).ShouldBeOfType<NotFoundResult>();
    }

    private async Task<Guid> ContractAsync(string tenant, string manager)
    {
        await new Account(tenant, manager) { IsManager = true, Contract = $"C-{tenant}" }.AddToAsync(App);
        return await App.QueryAsync(tenant,
            db => db.Contracts.Where(row => row.Number == $"C-{tenant}").Select(row => row.Id).SingleAsync());
    }

    private static string Page(string tenant, Guid contract) => $"/admin/contracts/{tenant}/{contract}/users/new";

    private static async Task<PortalPage> SendAsync(PortalBrowser by, string from, string to)
    {
        var token = (await by.GetAsync(from)).ShouldBeOk().Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        return await by.PostAsync(to, [new("__RequestVerificationToken", token), new("LoginId", NewId), new("FamilyName", "新規"),
            new("Reason", "契約者から電話で依頼"), new("Step", "save")]);
    }
}

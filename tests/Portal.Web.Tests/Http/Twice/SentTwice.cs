using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Tests.Http.Twice;

/// <summary>
/// SAFE-2: whatever is sent twice leads where the first led, with the same cookies and the same words, and has one
/// effect.
/// </summary>
[Trait("Review", "F3")]
public sealed class SentTwice
{
    /// <summary>The same mechanism, shown by another form of its kind; the reason stands beside.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["Admin.AuditTrail.Audit.Export"] = File,
        ["Admin.Histories.UserHistory.Export"] = File,
        ["Admin.Users.UserExports.Create"] = File,
        ["Admin.Lockouts.LockoutExports.Create"] = File,
        ["Admin.Outbox.OutboxExports.Create"] = File,
        ["Admin.Outbox.SetAsideExports.Create"] = File,
        ["Operators.Histories.ContractHistory.Export"] = File,
        ["Operators.Histories.ContractHistory.ExportOne"] = File,
        ["OwnAccount.History.History.Export"] = File,
        ["OwnAccount.SecondFactors.Codes.RecoveryCodes.Download"] = File,
        ["OwnAccount.SecondFactors.Codes.RecoveryCodes.Save"] = Signed,
        ["OwnAccount.SecondFactors.Apps.AppRemoval.Create"] = Signed,
        ["OwnAccount.SecondFactors.Required.Prove"] = Signed,
        ["OwnAccount.SecondFactors.Security.EndTrust"] = Signed,
        ["OwnAccount.Exports.OwnExports.Cancel"] = Signed,
        ["OwnAccount.Passkeys.Passkeys.Update"] = Signed,
        ["OwnAccount.Passkeys.PasskeyRemovals.Create"] = Signed,
        ["OwnAccount.Profile.Picture.Update"] = Signed,
        ["OwnAccount.Profile.Picture.Delete"] = Signed,
        ["Operators.Invitations.Invitations.Create"] = Signed,
        ["Operators.LockoutReleases.LockoutReleases.CreateSeveral"] = Signed,
        ["Operators.FactorResets.FactorResets.Create"] = Signed,
        ["Operators.Roles.Roles.Update"] = Signed,
        ["Operators.Memberships.Memberships.Create"] = Signed,
        ["Operators.Memberships.Membership.Update"] = Signed,
        ["Operators.Memberships.Membership.Withdraw"] = Signed,
        ["Admin.Memberships.StaffMemberships.Create"] = Signed,
        ["Admin.Memberships.StaffMemberships.Withdraw"] = Signed,
        ["Operators.ResetLinks.ResetLinks.Create"] = Signed,
        ["Operators.LoginIds.LoginIds.Update"] = Signed,
        ["Admin.Users.Acts.ResetLink.Create"] = Signed,
        ["Admin.Users.Acts.MfaReset.Create"] = Signed,
        ["Admin.Outbox.OutboxGivingUp.Create"] = Signed,
        ["Admin.Outbox.OutboxRetries.Create"] = Signed,
        ["Admin.Outbox.SetAside.Retry"] = Signed,
        ["Admin.Lockouts.StaffReleases.Create"] = Signed,
        ["SignIn.SecondStep.PasskeyStep.Offer"] = Script,
        ["SignIn.SecondStep.PasskeyStep.Create"] = Script,
        ["SignIn.PasskeySignIn.Offer"] = Script,
        ["SignIn.PasskeySignIn.Create"] = Script,
        ["Reauthentication.PasskeyProof.Offer"] = Script,
        ["Reauthentication.PasskeyProof.Verify"] = Script,
        ["OwnAccount.Passkeys.PasskeyRegistrations.Offer"] = Script,
        ["OwnAccount.Passkeys.PasskeyRegistrations.Create"] = Script,
        ["Landing.Landing.Find"] = Nothing,
        ["Dev.Components.Send"] = Nothing,
        ["Dev.Components.Confirmed"] = Nothing,
        ["Dev.Components.Noted"] = Nothing,
        ["Dev.Phone.Phone.Dial"] = Again,
        ["Dev.Phone.Phone.Press"] = Again,
        ["Dev.Phone.Phone.HangUp"] = Again,
        ["Telephony.Voice.Receive"] = Network,
        ["Dev.BackOffice.BackOffice.Switch"] = Again,
        ["Dev.BackOffice.BackOffice.Answer"] = Again,
        ["Dev.BackOffice.BackOfficeHooks.Receive"] = Answer,
        ["Dev.Network.Network.Switch"] = Again,
        ["Dev.Network.NetworkHooks.Receive"] = Message,
        ["OptionServices.Forwarding.Forwarding.Update"] = Signed,
        ["OptionServices.Voicemail.Voicemail.Update"] = Signed,
        ["OptionServices.AnonymousRejection.Rejection.Update"] = Signed,
        ["OptionServices.ClickToDial.Dial.Update"] = Signed,
        ["OptionServices.Numbers.Call"] = Signed,
        ["Acting.ActingEnd.Create"] = Signed,
        ["Admin.Cases.DeskCase.AddNote"] = Signed,
        ["Admin.Cases.DeskCase.Answer"] = Signed,
        ["Admin.Cases.DeskCase.Assign"] = Signed,
        ["Admin.Cases.DeskCase.BeginWork"] = Signed,
        ["Admin.Cases.DeskCase.Prioritise"] = Signed,
        ["Admin.Cases.DeskCase.Resume"] = Signed,
        ["Admin.Cases.Opening.DeskOpening.Create"] = Signed,
        ["Admin.Cases.Many.Many.Create"] = Signed,
        ["Admin.Cases.Several.Several.Create"] = Signed,
        ["Admin.Cases.Batches.CaseBatch.Create"] = File,
        ["Admin.Cases.Batches.CaseBatchJob.Confirm"] = Signed,
        ["Admin.Cases.Batches.CaseBatchJob.Cancel"] = Signed,
        ["Admin.Cases.Answers.AnswerForm.Create"] = Signed,
        ["Admin.Cases.Answers.AnswerForm.Delete"] = Signed,
        ["Admin.Cases.Answers.AnswerForm.Update"] = Signed,
        ["Admin.Points.PointGrants.Create"] = Signed,
        ["Admin.Points.PointTakeBacks.Create"] = Signed,
        ["Admin.Contracts.ContractList.Export"] = File,
        ["Admin.Contracts.Opening.Opening.Create"] = Signed,
        ["Admin.Contracts.Letters.Letter.Download"] = File,
        ["Admin.Contracts.Letters.LetterPassword.Create"] = Signed,
        ["Admin.Contracts.Numbers.ContractNumbers.Create"] = Signed,
        ["Admin.Contracts.Numbers.ContractNumbers.Remove"] = Signed,
        ["Admin.Contracts.Lines.ContractLines.Create"] = Signed,
        ["Admin.Contracts.Lines.ContractLines.Update"] = Signed,
        ["Admin.Contracts.Lines.ContractLines.Remove"] = Signed,
        ["Admin.Contracts.Switching.ContractSwitch.Suspend"] = Signed,
        ["Admin.Contracts.Switching.ContractSwitch.Resume"] = Signed,
        ["Admin.Contracts.Edits.Edit.Update"] = Signed,
        ["Admin.Contracts.Edits.Edit.UpdateHolder"] = Signed,
        ["Points.Points.Export"] = File,
        ["WorkRequests.Asking.Asking.Create"] = Signed,
        ["WorkRequests.Show.Withdrawal.Create"] = Signed,
        ["Admin.WorkRequests.StaffWork.Accept"] = Signed,
        ["Admin.WorkRequests.StaffWork.Decline"] = Signed,
        ["Admin.Imports.Uploads.Create"] = File,
        ["Admin.Imports.Passwords.Create"] = Signed,
        ["Admin.Imports.Import.Confirm"] = Signed,
        ["Admin.Imports.Import.Cancel"] = Signed,
        ["Admin.Tenants.TenantCreation.Create"] = Signed,
        ["Admin.Tenants.TenantBranding.Update"] = Signed,
        ["Admin.Tenants.TenantContact.Update"] = Signed,
        ["Admin.Tenants.TenantLogo.Delete"] = Signed,
        ["Admin.Tenants.TenantLogo.Update"] = Signed,
        ["Admin.Tenants.TenantFile.Create"] = Signed,
        ["Admin.TenantPolicies.PolicyFile.Update"] = Signed,
        ["Admin.Tenants.TenantSwitching.Suspend"] = Signed,
        ["Admin.Tenants.TenantSwitching.Resume"] = Signed,
        ["Admin.WorkItems.WorkItemDraft.Create"] = Signed,
        ["Admin.WorkItems.WorkItemDraft.Update"] = Signed,
        ["Admin.WorkItems.WorkItemForm.Create"] = Signed,
        ["Admin.WorkItems.WorkItemForm.Update"] = Signed,
        ["Admin.RentalItems.RentalItemForm.Create"] = Signed,
        ["Admin.RentalItems.RentalItemForm.Update"] = Signed,
        ["Admin.RentalItems.RentalItemRecord.Withdraw"] = Signed,
        ["Admin.RentalItems.RentalItemRecord.Restore"] = Signed,
        ["Admin.RentalItems.ItemPrices.Create"] = Signed,
        ["Admin.RentalItems.ItemPrices.Delete"] = Signed,
        ["Admin.RentalItems.ItemPicture.Update"] = Signed,
        ["Admin.RentalItems.ItemPicture.Delete"] = Signed,
        ["Admin.TenantPolicies.PolicyForm.Update"] = Signed,
        ["Admin.TenantPolicies.PolicyVersions.Revert"] = Signed,
        ["Admin.WorkItems.WorkItemRecord.Publish"] = Signed,
        ["Admin.Approvals.ApprovalDecision.Approve"] = Signed,
        ["Admin.Approvals.ApprovalDecision.Reject"] = Signed,
        ["Admin.Staff.Acts.StaffInvitation.Create"] = Signed,
        ["Admin.Staff.Acts.StaffRights.Update"] = Signed,
        ["Admin.Staff.Acts.StaffAccess.Disable"] = Signed,
        ["Admin.Staff.Acts.StaffAccess.Enable"] = Signed,
        ["Admin.Staff.Acts.StaffAccess.Remove"] = Signed,
        ["Admin.Staff.Acts.StaffAccess.Invite"] = Signed,
        ["Admin.WorkItems.WorkItemRecord.Hide"] = Signed,
        ["Cases.Hooks.CaseHook.Receive"] = Message,
        ["Bounces.Bounces.Receive"] = Report,
        ["Admin.Announcements.AnnouncementForm.Create"] = Signed,
        ["Admin.Announcements.AnnouncementForm.Update"] = Signed,
        ["Admin.Announcements.AnnouncementRecord.Delete"] = Signed,
        ["Announcements.AnnouncementPage.Dismiss"] = Signed,
        ["Admin.Knowledge.ArticleFiles.Create"] = Signed,
        ["Admin.Knowledge.ArticleFiles.Delete"] = Signed,
        ["Admin.Knowledge.ArticleFiles.Update"] = Signed,
        ["Admin.Knowledge.ArticleForm.Create"] = Signed,
        ["Admin.Knowledge.ArticleForm.Update"] = Signed,
        ["Admin.Knowledge.ArticleRecord.Delete"] = Signed,
        ["Admin.Knowledge.Shelf.Delete"] = Signed,
        ["Admin.Knowledge.Shelf.Update"] = Signed,
        ["Admin.Knowledge.Shelves.Create"] = Signed,
        ["Knowledge.Show.Article.Judge"] = Signed,
        ["Cases.Moves.Approvals.Create"] = Signed,
        ["Cases.Moves.Closures.Create"] = Signed,
        ["Cases.Moves.Rejections.Create"] = Signed,
        ["Cases.Opening.Openings.Create"] = Signed,
        ["Cases.Sharing.Sharing.Update"] = Signed,
        ["Admin.Cases.Live.DeskLive.TellTyping"] = Beacon,
        ["Cases.Show.Live.TellTyping"] = Beacon,
        ["Cases.Show.Comments.Create"] = Signed,
        ["Cases.Show.Dismissals.Create"] = Signed,
        ["Cases.Show.Followers.Create"] = Signed,
        ["Cases.Show.Followers.Delete"] = Signed,
        ["Cases.Show.Marking.Update"] = Signed,
        ["LinkedAdministrators.Consent.Create"] = Signed,
        ["LinkedAdministrators.Consent.Refuse"] = Signed,
        ["LinkedAdministrators.LinkCode.Create"] = Signed,
        ["LinkedAdministrators.LinkCode.Resend"] = Signed,
        ["LinkedAdministrators.LinkedIds.Open"] = Signed,
        ["LinkedAdministrators.LinkedIds.Unlink"] = Signed,
        ["LinkedAdministrators.LinkedManagers.Cut"] = Signed,
        ["LinkedAdministrators.Links.Create"] = Signed,
        ["Operators.Proxies.Proxies.Create"] = Signed,
        ["Cases.Exports.CaseExports.Create"] = File,
        ["Cases.Filters.Filter.Update"] = Nothing,
        ["Cases.Filters.SavedFilters.Create"] = Signed,
        ["Cases.Filters.SavedFilter.Update"] = Signed,
        ["Cases.Filters.SavedFilter.Delete"] = Signed,
        ["Orders.Answers.OrderAnswers.Receive"] = Answer,
        ["Orders.Cancelling.Cancellations.Create"] = Signed,
        ["Orders.Cancelling.Withdrawals.Create"] = Signed,
        ["Orders.Documents.Document.Download"] = File,
        ["Orders.Index.Orders.Export"] = File,
        ["Orders.Placing.Placing.Create"] = Signed,
        ["Orders.Shop.Basket.Update"] = Signed,
        ["Orders.Shop.Shop.Add"] = Signed,
        ["Orders.Show.OrderPage.Again"] = Signed,
        ["Orders.Templates.Templates.Create"] = Signed,
        ["Orders.Templates.Template.Update"] = Signed,
        ["Orders.Templates.Template.MoveUp"] = Signed,
        ["Orders.Templates.Template.MoveDown"] = Signed,
        ["Orders.Templates.Template.Delete"] = Signed,
        ["Admin.Orders.StaffOrder.Accept"] = Signed,
        ["Admin.Orders.StaffOrder.Fail"] = Signed,
        ["Admin.Orders.StaffOrder.Arrange"] = Signed,
        ["Recovery.Registrations.Register.Create"] = Guest,
        ["Recovery.Links.RegisterConfirm.Update"] = Guest,
        ["Dev.Files.FilesSample.Send"] = Sample,
        ["Dev.Files.FilesSample.Delete"] = Sample,
        ["Shared.Files.Files.Send"] = Script,
        ["Shared.Files.Files.Discard"] = Script,
        ["AuthenticationUnits.Unit.Check"] = Signed,
        ["AuthenticationUnits.Unit.Change"] = Signed,
        ["Shared.Layout.Culture.Set"] = Again,
        ["Shared.Layout.Theme.Set"] = Again,
        ["SignIn.SignOut.Extend"] = Again,
    };

    private const string Beacon = "a script says by it that somebody types; it bears no id of a form, and changes nothing";
    private const string File = "a file, as that of the operators";
    private const string Signed = "a form of a signed-in person";
    private const string Script = "sent by a script, see SAFE_2_WhatAScriptSends";
    private const string Nothing = "changes nothing";
    private const string Network = "a post of a call, whose turns are numbered, see CALL_2";
    private const string Message = "a message that is known again by its id, see OPT_3";
    private const string Report = "a report whose address is flagged already, see ML_05";
    private const string Answer = "an answer that is known again by where the order stands, see ORDER_5";
    private const string Guest = "a form of a guest, as that of a way back in by link";
    private const string Sample = "a sample of the demonstration";
    private const string Again = "meant to be sent again, and marked so";

    public static TheoryData<string> Forms => [.. Stories.All.Keys];

    [Fact]
    public async Task SAFE_2_NoFormIsWithoutARow()
    {
        await using var app = await PortalApp.CreateAsync();
        var posts = app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<ControllerActionDescriptor>()
            .Where(action => action.ControllerTypeInfo.Assembly == typeof(Program).Assembly)
            .Where(action => action.ActionConstraints?.OfType<HttpMethodActionConstraint>()
                .Any(constraint => constraint.HttpMethods.Contains("POST")) == true).ToList();

        posts.Select(Name).Distinct().Order().ShouldBe(Stories.All.Keys.Concat(Others.Keys).Order());
        posts.Where(action => action.EndpointMetadata.OfType<SentAgainAttribute>().Any()).Select(Name).Distinct().Order()
            .ShouldBe(Others.Where(other => other.Value == Again).Select(other => other.Key).Order());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task SAFE_2_SentTwice_OneEffect_AndTheSameAnswer(string name)
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });
        var world = new People(app);
        var press = await Stories.All[name](world);
        var before = press.Browser.Now();

        var first = await press.Form.SubmitAsync(press.Button);
        var once = await world.EffectsAsync();

        ((int)first.Status).ShouldBeOneOf(200, 303);
        ShouldBeTheSame(await press.Form.SubmitAsync(press.Button, before), first);
        ShouldBeTheSame(await press.Form.SubmitAsync(press.Button), first);
        (await world.EffectsAsync()).ShouldBe(once);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task SAFE_2_SentTwiceAtOnce_OneEffect_AndTheSameAnswer(string name)
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });
        var world = new People(app);
        var press = await Stories.All[name](world);
        var unsent = await world.EffectsAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => press.Browser.Now()).ToList()
            .Select(twin => Task.Run(() => press.Form.SubmitAsync(press.Button, twin))));

        ((int)answers[0].Status).ShouldBeOneOf(200, 303);
        ShouldBeTheSame(answers[1], answers[0]);
        ShouldBeTheSame(answers[2], answers[0]);
        (await world.EffectsAsync()).ShouldBe(await OnceAsync(name, unsent));
    }

    /// <summary>What the form comes to when it is sent once, in a world of its own.</summary>
    private static async Task<string> OnceAsync(string name, string unsent)
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });
        var world = new People(app);
        var press = await Stories.All[name](world);
        (await world.EffectsAsync()).ShouldBe(unsent);
        await press.Form.SubmitAsync(press.Button);
        return await world.EffectsAsync();
    }

    private static void ShouldBeTheSame(PortalPage answer, PortalPage first)
    {
        answer.Status.ShouldBe(first.Status, answer.ToString());
        answer.Location.ShouldBe(first.Location);
        answer.SetCookies.ShouldBe(first.SetCookies);
        answer.Body.ShouldBe(first.Body);
    }

    private static string Name(ControllerActionDescriptor action) =>
        $"{action.ControllerTypeInfo.FullName!["Portal.Web.Features.".Length..^nameof(Controller).Length]}.{action.MethodInfo.Name}";
}

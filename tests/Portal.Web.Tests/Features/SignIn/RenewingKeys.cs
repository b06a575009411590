using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;
using Portal.Web.Domain.Accounts.Identity;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>
/// Accounts that were stored when their keys still had what nobody sees: a start makes their keys anew (TEXT-1).
/// </summary>
public sealed class RenewingKeys : SignInTest
{
    protected override Account Usual => new("rental", "R900020") { Email = "taro@example.jp" };

    private Task<T?> KeptAsync<T>(Expression<Func<PortalUser, T>> what) => App.World.Accounts.ReadAsync(UserId, what);

    /// <summary>As the former release stored it.</summary>
    private async Task StoreAsync(string email, string key)
    {
        await App.World.Accounts.ChangeAsync(UserId, set => set
            .SetProperty(user => user.Email, email)
            .SetProperty(user => user.NormalizedEmail, email)
            .SetProperty(user => user.NormalizedUserName, key));
        await App.World.Tenants.ChangeAllAsync(tenant => tenant.KeyForm, 0);
    }

    private Task StartAsync() => App.WithServicesAsync(async services =>
    {
        var step = services.GetServices<IStartStep>().OfType<CanonicalKeysStep>().Single();
        await step.RunAsync(CancellationToken.None);
    });

    [Theory]
    [InlineData("taro@example。jp", "taro@example.jp")]
    [InlineData("taro@example.jp\u200B", "taro@example.jp")]
    [InlineData("taro@日本語.jp", "taro@xn--wgv71a119e.jp")]
    [Trait("Review", "F4")]
    [Trait("Review", "F5")]
    public async Task TEXT_1_AnAccountOfTheFormerRelease_IsFoundByWhatItsOwnerReads(string former, string stored)
    {
        await StoreAsync(former, "r900020 " + former);
        (await App.CreateBrowser().TrySignInAsync("rental", "R900020", email: stored)).ShouldBeRefused();

        await StartAsync();

        (await KeptAsync(user => user.Email)).ShouldBe(stored);
        (await KeptAsync(user => user.NormalizedEmail)).ShouldBe(stored);
        (await KeptAsync(user => user.NormalizedUserName)).ShouldBe("r900020 " + stored);
        await App.CreateBrowser().SignInAsync("rental", "R900020", email: former);
        await App.CreateBrowser().SignInAsync("rental", "R900020", email: stored);
    }

    [Fact]
    public async Task TEXT_1_RenewingTwiceChangesNothing_AndIsNotDoneTwice()
    {
        await StoreAsync("taro@example。jp", "r900020 taro@example。jp");
        await StartAsync();
        var version = await KeptAsync(user => user.Version);
        await StartAsync();
        (await App.World.Tenants.CountAsync(tenant => tenant.KeyForm != CanonicalKeys.Form)).ShouldBe(0);

        await App.World.Tenants.ChangeAllAsync(tenant => tenant.KeyForm, 0);
        await Task.WhenAll(StartAsync(), StartAsync());
        (await KeptAsync(user => user.Version)).ShouldBe(version, "an open form of its owner goes on");
    }

    [Fact]
    [Trait("Review", "F10")]
    public async Task TEXT_1_ATenantWhoseProfileCannotBeRead_IsRenewedByAStartThatCanReadIt()
    {
        await StoreAsync("taro@example。jp", "r900020 taro@example。jp");
        await App.World.Tenants.StoreProfileAsync("rental", "\"slug\": \"rental\"", "\"slug\": 7");
        await using (var node = App.SecondNode())
        {
            node.Services.ShouldNotBeNull();
        }

        (await App.World.Tenants.ListAsync(tenant => new { tenant.Slug, tenant.KeyForm })).Where(tenant => tenant.KeyForm == 0)
            .ShouldHaveSingleItem().Slug.ShouldBe("rental");
        (await KeptAsync(user => user.NormalizedUserName)).ShouldBe("r900020 taro@example。jp");

        await App.World.Tenants.StoreProfileAsync("rental", "\"slug\": 7", "\"slug\": \"rental\"");
        await StartAsync();
        (await KeptAsync(user => user.NormalizedUserName)).ShouldBe("r900020 taro@example.jp");
    }

    [Fact]
    public async Task TEXT_1_OfTwoThatLookTheSame_TheOneThatCanBeTypedKeepsItsKey()
    {
        await new Account("rental", "R900020") { Email = "taro@example.com" }.AddToAsync(App);
        await StoreAsync("taro@example。com", "r900020 taro@example。com");
        await StartAsync();

        (await KeptAsync(user => user.NormalizedUserName)).ShouldBe("r900020 taro@example。com");
        await App.CreateBrowser().SignInAsync("rental", "R900020", email: "taro@example.com");
    }

    [Fact]
    public async Task TEXT_1_MoreThanOneBatchIsRenewed()
    {
        await App.World.Accounts.CopyAsync(user => user.Id == UserId, 1100, (user, number) =>
        {
            user.Id = Guid.CreateVersion7();
            (user.UserName, user.Email) = ($"R{number}", "a@example。jp");
            user.NormalizedUserName = $"r{number} a@example。jp";
        });
        await App.World.Tenants.ChangeAllAsync(tenant => tenant.KeyForm, 0);
        await StartAsync();
        (await App.World.Accounts.CountAsync(user => EF.Functions.Like(user.NormalizedUserName!, "% a@example.jp"))).ShouldBe(1100);
    }
}

using Portal.Architecture.Tests.House.Fixtures;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.House;

public sealed class DependencyTests
{
    private static readonly Inspection House = new(new Plan(), Source.Rules, Source.Web);

    [Fact]
    public void RoomsUseOnlyTheRoomsBelowThem() =>
        House.Forbidden().Where(use => !Exceptions.Named.Any(named => named.Type == use.Type && named.ToRoom == use.ToRoom))
            .Select(use => use.ToString()).Distinct().Order().ShouldBeEmpty();

    [Fact]
    public void EveryTypeLivesInARoom() => House.Homeless().Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void EveryExceptionIsStillNeeded()
    {
        var forbidden = House.Forbidden().ToList();
        Exceptions.Named.Where(named => !forbidden.Any(use => use.Type == named.Type && use.ToRoom == named.ToRoom)).ShouldBeEmpty();
    }

    [Fact]
    public void TheInspectionSeesTheHouse() =>
        House.Uses().ShouldContain(use => use.FromRoom == "Domain.Accounts.Lockout" && use.ToRoom == "Rules");

    [Theory]
    [InlineData("Data.NamesAbove", "Domain.Accounts.Identity", "a field")]
    [InlineData("Identity.SendsMail", "Delivery", "the body of an async method")]
    [InlineData("Locks.CallsUpwards", "Domain.Accounts.SignIn", "a room that lies above")]
    [InlineData("Features.A.UsesNeighbour", "Features.B", "a generic argument in a lambda")]
    [InlineData("Features.A.NamesNeighbourInAttribute", "Features.B", "an attribute")]
    [InlineData("Tenancy.CatchesAbove", "Domain.Accounts.Identity", "a catch clause")]
    [InlineData("Jobs.KnowsPages", "Http", "a generic constraint")]
    [InlineData("Rules.LooksItUp", "Data", "typeof")]
    public void AForbiddenUse_IsFound_Wherever(string type, string toRoom, string where) =>
        Fixture().Forbidden().ShouldContain(use => use.Type.EndsWith("." + type, StringComparison.Ordinal) && use.ToRoom == toRoom, where);

    [Fact]
    public void AllowedUses_AreNotReported() =>
        Fixture().Forbidden().ShouldNotContain(use => use.Type.EndsWith(".WellBehaved", StringComparison.Ordinal));

    [Theory]
    [InlineData("Portal.Web.Features.SignIn", "Features.SignIn")]
    [InlineData("Portal.Web.Features.Admin.Lockouts", "Features.Admin.Lockouts")]
    [InlineData("Portal.Web.Features.Admin.Shared", "Features.Admin")]
    [InlineData("Portal.Web.Features.OwnAccount.Profile", "Features.OwnAccount.Profile")]
    [InlineData("Portal.Web.Features.Operators.Index", "Features.Operators")]
    [InlineData("Portal.Web.Domain.Accounts.Lockout", "Domain.Accounts.Lockout")]
    [InlineData("Portal.Web.Domain.Accounts.Attic", "?")]
    [InlineData("Portal.Web.Domain.Attic", "?")]
    [InlineData("Portal.Web.Features.Shared", Plan.Shared)]
    [InlineData("Portal.Web.Export", "Delivery")]
    [InlineData("Portal.Web.Data.PostgreSql.Migrations", "Data")]
    [InlineData("Portal.Web.Data.Entities", "Entities")]
    [InlineData("Portal.Rules.Lockout", "Rules")]
    [InlineData("Portal.Web.Helpers", "?")]
    [InlineData("Portal.Web", "?")]
    [InlineData("System.Text", null)]
    [InlineData("Portal.Webbing", null)]
    public void RoomOf_GoesByTheFolder(string name, string? room) => new Plan().RoomOf(name).ShouldBe(room);

    private static Inspection Fixture()
    {
        var root = typeof(IFixtureHouse).Namespace!;
        return new(new Plan(root, root + ".Rules"), typeof(IFixtureHouse).Assembly);
    }
}

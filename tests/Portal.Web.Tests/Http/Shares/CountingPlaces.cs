using Portal.Web.Http.Shares;

namespace Portal.Web.Tests.Http.Shares;

public sealed class CountingPlaces
{
    private static readonly PlaceBound User = new("tenant/user", 2);
    private static readonly PlaceBound Tenant = new("tenant", 3);
    private static readonly PlaceBound Node = new("", 4);

    [Fact]
    public void RX_05_WhoHasEnough_IsRefused_AndTakesNothingFromTheOthers()
    {
        var places = new CountedPlaces();
        var first = places.Enter(User, Tenant, Node).Place.ShouldNotBeNull();
        places.Enter(User, Tenant, Node).Place.ShouldNotBeNull();

        for (var i = 0; i < 3; i++)
        {
            places.Enter(User, Tenant, Node).ShouldBe((null, User));
        }

        places.Enter(new("tenant/other", 2), Tenant, Node).Place.ShouldNotBeNull();
        places.Enter(new("tenant/third", 2), Tenant, Node).ShouldBe((null, Tenant));
        places.Enter(new("foreign/user", 2), new("foreign", 3), Node).Place.ShouldNotBeNull();
        places.Enter(new("foreign/user", 2), new("foreign", 3), Node).ShouldBe((null, Node));

        // Given back twice it counts once.
        first.Dispose();
        first.Dispose();
        places.Enter(User, Tenant, Node).Place.ShouldNotBeNull();
        places.Enter(User, Tenant, Node).ShouldBe((null, User));
    }
}

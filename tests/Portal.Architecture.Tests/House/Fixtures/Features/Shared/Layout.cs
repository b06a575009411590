namespace Portal.Architecture.Tests.House.Fixtures.Features.Shared;

internal sealed class Layout;

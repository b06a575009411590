namespace Portal.Architecture.Tests.House.Fixtures.Http;

internal interface IPageFilter;

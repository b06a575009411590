using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CaseClosing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Reminded",
                table: "Cases",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_ResolvedAt",
                table: "Cases",
                columns: new[] { "TenantId", "ResolvedAt" },
                filter: "\"ResolvedAt\" IS NOT NULL AND \"ClosedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_TenantId_ResolvedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Reminded",
                table: "Cases");
        }
    }
}
